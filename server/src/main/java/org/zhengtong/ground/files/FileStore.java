package org.zhengtong.ground.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * What people hand in, and what the program makes. Contents are encrypted at rest and found by their digest; nothing is
 * stored twice.
 */
public interface FileStore {

    /**
     * Reads, checks and keeps a file. The type is read from the bytes, never from the name.
     *
     * @param name the name it had on the person's machine; cleaned of paths, control and bidi characters
     * @throws FileRefused when it is too large, empty, of a type not allowed, an archive bomb or not what its name says
     */
    StoredFile keep(InputStream content, String name, FileRules rules) throws FileRefused;

    /**
     * Keeps what the program itself has made, such as a printed document: there is nothing to check.
     *
     * @param type its media type
     */
    StoredFile keepMade(byte[] content, String name, String type);

    Optional<StoredFile> find(UUID id);

    /** The content; the caller closes it. */
    InputStream open(UUID id);
}
