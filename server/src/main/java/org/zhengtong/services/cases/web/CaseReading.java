package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.PlacedAddress;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** What was filed, in the words of the item it was filed for. */
public record CaseReading(List<Line> situations, List<Section> sections, List<Handed> materials) {

    /** A question with its answer. */
    public record Line(String id, String label, String value, Optional<StoredFile> file) {}

    /** A page of the form, or one entry of a repeated one. */
    public record Section(String title, List<Line> lines) {}

    /**
     * A material with what stands for it.
     *
     * @param generated made by the system from the form
     * @param promised promised for later
     */
    public record Handed(
            String id,
            String name,
            List<StoredFile> files,
            Optional<UUID> licence,
            boolean generated,
            boolean promised) {
        /** Whether it was printed at a window and signed. */
        public boolean signed() {
            return HandedIn.isSignedPaper(id);
        }
    }

    static CaseReading of(CaseFile file, ServiceItem item, FileStore files, Regions regions) {
        return new CaseReading(
                item.situations().stream()
                        .flatMap(situation -> situation(situation, file).stream())
                        .toList(),
                FilledForm.of(item.form(), file.answers()).entries().stream()
                        .map(entry -> new Section(
                                entry.title(),
                                entry.lines().stream()
                                        .map(line -> line(line, files, regions))
                                        .toList()))
                        .toList(),
                Stream.concat(
                                Stream.of(HandedIn.SIGNED_APPLICATION, HandedIn.SIGNED_SUPPLEMENT),
                                item.materials().stream().map(Material::id))
                        .flatMap(material -> handed(material, item.materialName(material), file, files).stream())
                        .toList());
    }

    private static Line line(FilledForm.Line line, FileStore files, Regions regions) {
        Optional<StoredFile> file = line.asked().field().kind() == Form.Kind.FILE
                ? files.find(UUID.fromString(line.answer()))
                : Optional.empty();
        String value = line.asked().field().kind() == Form.Kind.DIVISION_ADDRESS
                ? PlacedAddress.parse(line.answer())
                        .map(place -> place.text(regions))
                        .orElse(line.answer())
                : line.answer();
        return new Line(line.asked().key(), line.asked().field().label(), value, file);
    }

    private static Optional<Line> situation(Situation situation, CaseFile file) {
        return situation.answers().stream()
                .filter(answer -> answer.id().equals(file.situations().get(situation.id())))
                .findFirst()
                .map(answer -> new Line(situation.id(), situation.question(), answer.text(), Optional.empty()));
    }

    private static Optional<Handed> handed(String material, String name, CaseFile file, FileStore files) {
        List<HandedIn> handed = file.materials().stream()
                .filter(entry -> entry.material().equals(material))
                .toList();
        if (handed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Handed(
                material,
                name,
                handed.stream()
                        .flatMap(entry -> entry instanceof HandedIn.Uploaded uploaded
                                ? files.find(uploaded.file()).stream()
                                : Stream.empty())
                        .toList(),
                handed.stream()
                        .flatMap(entry -> entry instanceof HandedIn.ByLicence licence
                                ? Stream.of(licence.licence())
                                : Stream.empty())
                        .findFirst(),
                handed.stream().anyMatch(HandedIn.Generated.class::isInstance),
                handed.stream().anyMatch(HandedIn.Promised.class::isInstance)));
    }
}
