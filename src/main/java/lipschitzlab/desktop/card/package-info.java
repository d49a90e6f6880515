/**
 * The cards, one for each lane, the charts on them and the curves and the slider below: they show what the models hold. Nothing
 * here trains or waits.
 */
package lipschitzlab.desktop.card;
