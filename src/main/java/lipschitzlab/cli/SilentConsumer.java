package lipschitzlab.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/** Shows no bar: a log file is no place for one. */
final class SilentConsumer implements ProgressBarConsumer {
    private static final int WIDTH = 110;

    @Override
    public int getMaxRenderedLength() {
        return WIDTH;
    }

    @Override
    public void accept(String rendered) {
        // No terminal is attached: nothing is drawn.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
