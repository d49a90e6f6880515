/**
 * What is happening in a lane, in words: rules that look at what it has reported and say one sentence, or nothing where they do not know.
 */
package lipschitzlab.observation;
