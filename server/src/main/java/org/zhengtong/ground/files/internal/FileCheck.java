package org.zhengtong.ground.files.internal;

import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;
import org.zhengtong.ground.files.FileRules;

/** Decides whether bytes may be kept, from the bytes alone and their name; nothing is drawn, run or unpacked to disk. */
final class FileCheck {
    private static final Map<String, Set<String>> ENDINGS = Map.of(
            "application/pdf", Set.of("pdf"),
            "image/jpeg", Set.of("jpg", "jpeg", "jpe", "jfif"),
            "image/png", Set.of("png"),
            "application/zip", Set.of("zip"));

    private final Tika tika = new Tika();

    /** @return the media type found in the bytes */
    String typeOf(byte[] content, FileName name, FileRules rules) throws FileRefused {
        if (content.length == 0) {
            throw new FileRefused(Reason.EMPTY);
        }
        if (content.length > rules.mostBytes()) {
            throw new FileRefused(Reason.TOO_LARGE);
        }
        String type = tika.detect(content);
        boolean named = rules.types().stream().anyMatch(allowed -> hasEnding(allowed, name));
        if (!rules.types().contains(type)) {
            throw new FileRefused(named ? Reason.NOT_WHAT_ITS_NAME_SAYS : Reason.TYPE_NOT_ALLOWED);
        }
        if (!name.ending().isEmpty() && !hasEnding(type, name)) {
            throw new FileRefused(Reason.NOT_WHAT_ITS_NAME_SAYS);
        }
        checkStructure(content, type);
        return type;
    }

    static String ending(String type) {
        return switch (type) {
            case "application/pdf" -> "pdf";
            case "image/jpeg" -> "jpg";
            case "image/png" -> "png";
            case "application/zip" -> "zip";
            default -> "bin";
        };
    }

    private static void checkStructure(byte[] content, String type) throws FileRefused {
        switch (type) {
            case "image/png" -> PngStructure.check(content);
            case "image/jpeg" -> JpegStructure.check(content);
            case "application/pdf" -> PdfStructure.check(content);
            case "application/zip" -> ZipStructure.check(content);
            default -> {}
        }
        if (!type.equals("application/zip") && ZipStructure.endsAsArchive(content)) {
            throw new FileRefused(Reason.NOT_WHAT_ITS_NAME_SAYS);
        }
    }

    private static boolean hasEnding(String type, FileName name) {
        Set<String> endings = ENDINGS.get(type);
        return endings != null && endings.contains(name.ending());
    }
}
