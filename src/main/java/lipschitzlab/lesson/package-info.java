/**
 * Lessons: a claim with its steps, experiment, measures and the rule that decides it; the record of a lane that expressions
 * ask; the formulas of measures and rules; runs on several seeds, and the findings.
 */
package lipschitzlab.lesson;
