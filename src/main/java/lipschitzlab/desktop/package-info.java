/**
 * The window: views, the models behind them, theme and shortcuts. Models show read-only properties and take commands; views
 * pull from one {@code AnimationTimer}, so that training never waits for a picture. Whatever may take long runs on a
 * {@link lipschitzlab.desktop.BackgroundRunner}. No computing and no file formats here. Imports {@code export}, {@code experiment}
 * and the rooms they stand on.
 */
package lipschitzlab.desktop;
