package org.zhengtong.services.cases;

import org.zhengtong.ground.files.StoredFile;

/** Pages of what was handed in, as pictures that can be marked. */
public interface CasePictures {
    /** How many pages the file has; 1 for a photograph. */
    int pages(StoredFile file);

    /** @throws org.zhengtong.ground.web.Problem 404 when there is no such page */
    byte[] page(StoredFile file, int page);

    /** Media type of the pictures of the file. */
    String type(StoredFile file);
}
