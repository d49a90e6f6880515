package lipschitzlab.measurement;

import lipschitzlab.diagnostic.PlaneMap;

/**
 * Where a critic's slope lies.
 *
 * @param map ‖∇D‖₂ over the plane
 * @param between points between data and generated samples, as gradient penalty draws them; {@code [n, 2]}, row-major
 */
public record SlopeMap(PlaneMap map, float[] between) {}
