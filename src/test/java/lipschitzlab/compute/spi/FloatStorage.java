package lipschitzlab.compute.spi;

import lipschitzlab.compute.Shape;

/** Arrays of plain Java, which are counted; views are not among them. */
final class FloatStorage implements Storage<float[]> {
    private int made;
    private int closed;

    @Override
    public float[] make(Shape shape) {
        made++;
        return new float[shape.length()];
    }

    @Override
    public float[] view(float[] owner, Shape shape, long offset) {
        throw new UnsupportedOperationException("no view is asked for here");
    }

    @Override
    public void closeView(float[] view) {
        throw new UnsupportedOperationException("no view is asked for here");
    }

    @Override
    public void close(float[] owner) {
        closed++;
    }

    int made() {
        return made;
    }

    int closed() {
        return closed;
    }
}
