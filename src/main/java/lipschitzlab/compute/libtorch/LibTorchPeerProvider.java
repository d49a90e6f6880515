package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.libtorch.peer.TorchPeer;
import lipschitzlab.compute.peer.Peer;
import lipschitzlab.compute.peer.PeerProvider;
import lipschitzlab.compute.peer.PeerTask;

/** LibTorch with its own autograd, on the processor. */
public final class LibTorchPeerProvider implements PeerProvider {
    @Override
    public String title() {
        return EngineKind.LIBTORCH_CPU.library() + " with its own autograd";
    }

    @Override
    public boolean present() {
        return LibTorchLibrary.forProcessor();
    }

    @Override
    public Peer create(PeerTask task, int threads) {
        LibTorchRuntime.load();
        LibTorchRuntime.limitThreads(threads);
        LibTorchRuntime.limitOpenBlas(threads);
        return new TorchPeer(task);
    }
}
