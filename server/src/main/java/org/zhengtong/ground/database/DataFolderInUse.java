package org.zhengtong.ground.database;

import java.nio.file.Path;

/** Another program works on the same data folder; two of them would destroy each other's work. */
public final class DataFolderInUse extends IllegalStateException {
    DataFolderInUse(Path folder) {
        super("Another Zhengtong is running on the data folder " + folder + ".");
    }
}
