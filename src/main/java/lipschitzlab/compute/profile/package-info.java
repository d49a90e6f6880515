/**
 * What an engine is asked for, counted and timed: a {@link lipschitzlab.compute.profile.WatchedEngine} passes each call on and
 * tells of it. Imports {@code compute}.
 */
package lipschitzlab.compute.profile;
