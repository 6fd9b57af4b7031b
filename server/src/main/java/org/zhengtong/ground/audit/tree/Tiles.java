package org.zhengtong.ground.audit.tree;

import java.util.Optional;

/** Where tiles are read from: a folder, or a server. */
public interface Tiles {
    /** @return exactly as many hashes or entries as the address says; empty when there are not so many */
    Optional<byte[]> read(TileAddress address);
}
