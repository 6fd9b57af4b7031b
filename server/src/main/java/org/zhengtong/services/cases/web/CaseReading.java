package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** What was filed, in the words of the item it was filed for. */
public record CaseReading(List<Line> situations, List<Section> sections, List<Handed> materials) {

    /** A question with its answer. */
    public record Line(String id, String label, String value) {}

    /** A page of the form. */
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
            boolean promised) {}

    static CaseReading of(CaseFile file, ServiceItem item, FileStore files) {
        return new CaseReading(
                item.situations().stream()
                        .flatMap(situation -> situation(situation, file).stream())
                        .toList(),
                item.form().sections().stream()
                        .map(section -> new Section(
                                section.title(),
                                section.fields().stream()
                                        .filter(field -> !file.answers()
                                                .getOrDefault(field.id(), "")
                                                .isBlank())
                                        .map(field -> new Line(
                                                field.id(),
                                                field.label(),
                                                file.answers().getOrDefault(field.id(), "")))
                                        .toList()))
                        .filter(section -> !section.lines().isEmpty())
                        .toList(),
                item.materials().stream()
                        .flatMap(material -> handed(material, file, files).stream())
                        .toList());
    }

    private static Optional<Line> situation(Situation situation, CaseFile file) {
        return situation.answers().stream()
                .filter(answer -> answer.id().equals(file.situations().get(situation.id())))
                .findFirst()
                .map(answer -> new Line(situation.id(), situation.question(), answer.text()));
    }

    private static Optional<Handed> handed(Material material, CaseFile file, FileStore files) {
        List<HandedIn> handed = file.materials().stream()
                .filter(entry -> entry.material().equals(material.id()))
                .toList();
        if (handed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Handed(
                material.id(),
                material.name(),
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
