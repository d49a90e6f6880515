/**
 * What the window shows, as values that views follow: the experiment, its lanes, the engine, history, lessons, what is
 * remembered. A model knows no view and waits for none.
 */
package lipschitzlab.desktop.model;
