package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Optional;

/** The base catalogue (基本目录) that bodies implement. */
public interface BaseCatalogue {
    /** The newest version. */
    Optional<BaseItem> find(String code);

    /** The newest versions, by code. {@code words} are part of the name or the beginning of the code; all when empty. */
    List<BaseItem> search(String words, int limit);

    List<BaseItem> all();

    /** Publishes a new version; entries published before stay as they are, their next versions are held against it. */
    BaseItem publish(BaseItem item, Publication publication);
}
