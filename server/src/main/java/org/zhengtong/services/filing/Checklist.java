package org.zhengtong.services.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Material.Requirement;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;

/** What this applicant has to do for each material of an item, in this situation. */
public record Checklist(List<Line> lines) {

    /** One material. */
    public record Line(Material material, Duty duty) {}

    /** What is to be done for a material. */
    public sealed interface Duty {
        /** Not needed in this situation. */
        record NotNeeded() implements Duty {}

        /** The system makes it from the form. */
        record Generated() implements Duty {}

        /** The system obtains it: this licence serves for it. An upload may stand in its place. */
        record ByLicence(Licence licence) implements Duty {}

        /** A photograph or PDF is handed in. */
        record Upload(Requirement requirement) implements Duty {}
    }

    public static Checklist of(ServiceItem item, Map<String, String> situations, AtHand atHand) {
        Set<String> without = item.situations().stream()
                .flatMap(situation -> situation.answers().stream()
                        .filter(answer -> answer.id().equals(situations.get(situation.id()))))
                .flatMap(answer -> answer.without().stream())
                .collect(Collectors.toSet());
        return new Checklist(item.materials().stream()
                .map(material -> new Line(material, duty(material, without, atHand)))
                .toList());
    }

    private static Duty duty(Material material, Set<String> without, AtHand atHand) {
        if (without.contains(material.id())) {
            return new Duty.NotNeeded();
        }
        if (material.generated()) {
            return new Duty.Generated();
        }
        Optional<Licence> licence = material.licenceType().flatMap(atHand::licence);
        return licence.<Duty>map(Duty.ByLicence::new).orElseGet(() -> new Duty.Upload(material.requirement()));
    }

    public Optional<Line> line(String material) {
        return lines.stream()
                .filter(line -> line.material().id().equals(material))
                .findFirst();
    }

    /** What is missing, after what was handed in and promised. */
    public List<Finding> missing(Set<String> uploaded, Set<String> promised) {
        List<Finding> findings = new ArrayList<>();
        for (Line line : lines) {
            if (line.duty() instanceof Duty.Upload(Requirement requirement)
                    && !uploaded.contains(line.material().id())) {
                if (requirement == Requirement.REQUIRED) {
                    findings.add(finding(line.material(), "filing.check.material"));
                } else if (requirement == Requirement.MAY_FOLLOW
                        && !promised.contains(line.material().id())) {
                    findings.add(finding(line.material(), "filing.check.material.follow"));
                }
            }
        }
        return findings;
    }

    /** The questions of the guide that are open, or answered with what is not among the answers. */
    public static List<Finding> openQuestions(ServiceItem item, Map<String, String> situations) {
        return item.situations().stream()
                .filter(situation -> situation.answers().stream()
                        .noneMatch(answer -> answer.id().equals(situations.get(situation.id()))))
                .map(situation -> new Finding(
                        Finding.Part.SITUATIONS,
                        situation.id(),
                        "filing.check.situation",
                        List.of(situation.question())))
                .toList();
    }

    private static Finding finding(Material material, String key) {
        return new Finding(Finding.Part.MATERIALS, material.id(), key, List.of(material.name()));
    }
}
