package org.zhengtong.services.machines.bridge;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bridge as it runs on a machine of a hall, at its own port, with cards a test lays and paper it looks at. */
public final class SimulatedBridge implements AutoCloseable {
    private static final int PORT = 18620;

    private final HandedCards reader = new HandedCards("simulated");
    private final List<byte[]> printed = new CopyOnWriteArrayList<>();
    private final Bridge bridge;

    public SimulatedBridge(String origin, Path folder) throws IOException, GeneralSecurityException {
        bridge = new Bridge(
                PORT,
                origin,
                reader,
                BridgeKey.keptIn(folder.resolve("key")),
                Optional.of(printed::add),
                Optional.empty());
    }

    /** As soon as a page waits for it. */
    public void lay(Card card) throws InterruptedException {
        while (!reader.lay(card)) {
            Thread.onSpinWait();
        }
    }

    public List<byte[]> printed() {
        return printed;
    }

    @Override
    public void close() {
        bridge.close();
    }
}
