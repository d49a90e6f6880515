/**
 * A lane's card as a picture with its words, axes and scales, alone or beside the others.
 */
package lipschitzlab.plot.card;
