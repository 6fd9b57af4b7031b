package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;

/** What mandates can be limited to. The room of the catalogue answers. */
public interface MandateMatters {
    /** An item with the name it is known by. */
    record Matter(String code, String name) {}

    Optional<Matter> matter(String code);

    List<Matter> search(String words);
}
