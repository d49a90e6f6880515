package lipschitzlab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lipschitzlab.benchmark.LanePeer;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.Engines;
import lipschitzlab.compute.peer.PeerProvider;
import lipschitzlab.preset.PresetReader;

/**
 * The program of a process that trains the peer of one lane when it is told to: says {@code ready}, then for each line with a
 * number trains that many generator steps and answers with the seconds that they took, until there are no more lines.
 */
final class PeerProcess {
    static final String READY = "ready";

    private PeerProcess() {}

    /** @param arguments a preset's name and one of its lanes */
    public static void main(String[] arguments) throws IOException {
        PeerProvider provider = PeerProvider.find()
                .orElseThrow(() -> new IllegalStateException("no library that could be a peer is on the class path"));
        Engines engines = Engines.choose(EngineKind.LIBTORCH_CPU.id());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LanePeer peer = LanePeer.open(provider, PresetReader.of(arguments[0], Map.of()), arguments[1], engines)) {
            System.out.println(READY);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                long start = System.nanoTime();
                peer.train(Integer.parseInt(order));
                System.out.println((System.nanoTime() - start) / 1e9);
            }
        }
    }
}
