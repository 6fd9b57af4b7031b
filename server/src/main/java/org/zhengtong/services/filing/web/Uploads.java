package org.zhengtong.services.filing.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileRefused;

/**
 * Files that came with a page. Those that are fine are kept, also when another is refused.
 *
 * @param refused what to say of the others, at the field they came by
 */
record Uploads(List<Kept> kept, List<Wrong> refused) {

    /** A file kept. */
    record Kept(UUID id, String name) {}

    /** Where they are kept. */
    interface Keeping {
        UUID keep(InputStream content, String name) throws FileRefused;
    }

    static Uploads of(@Nullable List<MultipartFile> files, String field, Keeping keeping) throws IOException {
        List<Kept> kept = new ArrayList<>();
        List<Wrong> refused = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            // a field left empty comes as a file without name and content
            if (name.isEmpty() && file.isEmpty()) {
                continue;
            }
            try (InputStream content = file.getInputStream()) {
                kept.add(new Kept(keeping.keep(content, name), name));
            } catch (FileRefused no) {
                refused.add(new Wrong(field, "filing.file.refused." + no.reason(), List.of(name)));
            }
        }
        return new Uploads(kept, refused);
    }

    boolean isEmpty() {
        return kept.isEmpty() && refused.isEmpty();
    }
}
