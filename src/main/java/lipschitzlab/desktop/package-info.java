/**
 * The window, put together from controls, models, cards, the panel, lessons and files, each in a package below. Models show
 * read-only properties and take commands; views pull from one {@code AnimationTimer}, so that training never waits for a picture.
 * Whatever may take long runs on a {@link lipschitzlab.desktop.control.BackgroundRunner}. No computing and no file formats here.
 *
 * <p>The order of a start matters, and {@link lipschitzlab.desktop.LabApplication} keeps it: the engine loads while the window's
 * thread still rests, since lookups of native names beside another thread that loads a library can leave both waiting for ever;
 * then lanes are prepared while the window is made; what was to play plays when every lane has its first picture; lists that
 * nobody has opened yet are read last. AWT, which draws the charts, never speaks to the display.
 */
package lipschitzlab.desktop;
