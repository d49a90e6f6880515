/**
 * What an engine is asked for, counted and timed: a {@link lipschitzlab.compute.profile.InstrumentedEngine} forwards each call and
 * reports it. Imports {@code compute}.
 */
package lipschitzlab.compute.profile;
