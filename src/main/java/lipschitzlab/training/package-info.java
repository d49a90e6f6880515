/**
 * One generator and one critic in training: the GAN step, the loss with its penalty, and what measures them between two steps
 * without changing them.
 *
 * <p>{@link lipschitzlab.training.LaneDiagnosis} measures regularly: before the first step, at a fixed distance of steps
 * ({@code diagnosticsEvery}) and at the horizon; the bounds of the Lipschitz constant only at every few of these diagnoses
 * and at the horizon. It also takes the snapshots.
 *
 * <p>{@link lipschitzlab.training.PictureMeasures} compares pictures by their features, at steps of its own
 * ({@code measuresEvery}) and at the horizon; all lanes share one, and with it the held-out pictures and their features.
 *
 * <p>{@link lipschitzlab.training.LaneInspection} measures once, at the start or at the end of a run, and only what a lesson
 * or a figure asks for.
 *
 * <p>{@link lipschitzlab.training.LaneProbe} has no times of its own: it gives the others the samples and the access to the
 * networks that they measure with, whenever they do.
 *
 * <p>{@link lipschitzlab.training.SpectrumProbe} computes singular values of the layers at every diagnosis, for snapshots at
 * most once a second while the lane trains, and as linear operators only while somebody looks at these.
 */
package lipschitzlab.training;
