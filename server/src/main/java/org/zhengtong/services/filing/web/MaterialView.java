package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.Checklist.Line;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.licences.Licence;

/**
 * One material of a draft.
 *
 * @param phone a picture of the page's address, for going on with a telephone
 */
public record MaterialView(
        String path,
        String back,
        String item,
        Material material,
        String duty,
        Optional<Licence> licence,
        boolean mayFollow,
        boolean promised,
        List<Kept> files,
        List<Wrong> wrong,
        String phone) {

    /** A file handed in, with its size as people read it. */
    public record Kept(String id, String name, String typeKey, String size) {}

    static MaterialView of(Draft draft, Line line, List<StoredFile> files, List<Wrong> wrong, String site) {
        String path = Paths.of(draft);
        return new MaterialView(
                path + "/materials/" + line.material().id(),
                path,
                draft.item().name(),
                line.material(),
                line.duty().getClass().getSimpleName(),
                line.duty() instanceof Duty.ByLicence(Licence licence) ? Optional.of(licence) : Optional.empty(),
                line.duty() instanceof Duty.Upload(var requirement) && requirement == Material.Requirement.MAY_FOLLOW,
                draft.promised().contains(line.material().id()),
                files.stream()
                        .map(file -> new Kept(
                                file.id().toString(),
                                file.name(),
                                "filing.file.type." + file.type().replace('/', '.'),
                                size(file.bytes())))
                        .toList(),
                wrong,
                QrCode.of(site + path + "/materials/" + line.material().id()).address());
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? Math.max(1, bytes >> 10) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
