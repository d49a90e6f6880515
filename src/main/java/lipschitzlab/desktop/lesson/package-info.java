/**
 * Lessons in the window: the menu, the steps, their controls, and the form that saves an experiment as a lesson.
 */
package lipschitzlab.desktop.lesson;
