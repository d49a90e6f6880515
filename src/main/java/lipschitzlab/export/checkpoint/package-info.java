/**
 * What a run can be resumed from: a lane's networks at a step in the safetensors format, and a journal of all that it has reported.
 * {@link lipschitzlab.export.checkpoint.RunCheckpoints} writes them while lanes train, {@link
 * lipschitzlab.export.checkpoint.StoredRun} reads them. Imports everything up to {@code experiment}; {@code file} knows the format.
 */
package lipschitzlab.export.checkpoint;
