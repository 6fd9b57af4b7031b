package org.zhengtong.services.instruments.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;

/**
 * The whole audit chain of a case as text, so that it can be reckoned anew: a line for each leaf, its parts parted by
 * tabs: number, time, action, actor, digest, and each fact as {@code name=value}.
 */
@Component
class AuditLeaves {
    private static final int AT_ONCE = 500;

    private final AuditTrail trail;

    AuditLeaves(AuditTrail trail) {
        this.trail = trail;
    }

    String of(UUID subject) {
        return "subject\t" + subject + "\n"
                + all(subject).reversed().stream().map(AuditLeaves::line).collect(Collectors.joining());
    }

    private List<Leaf> all(UUID subject) {
        List<Leaf> all = new ArrayList<>();
        List<Leaf> page = trail.find(AuditQuestion.about(subject, AT_ONCE));
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < AT_ONCE
                    ? List.of()
                    : trail.find(new AuditQuestion(
                            Optional.of(subject),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(page.getLast().sequence()),
                            AT_ONCE));
        }
        return all;
    }

    private static String line(Leaf leaf) {
        StringBuilder line = new StringBuilder()
                .append(leaf.subjectSequence())
                .append('\t')
                .append(leaf.at())
                .append('\t')
                .append(escaped(leaf.action()))
                .append('\t')
                .append(escaped(leaf.actor()))
                .append('\t')
                .append(leaf.digest());
        new TreeMap<>(leaf.facts())
                .forEach((name, value) ->
                        line.append('\t').append(escaped(name)).append('=').append(escaped(value)));
        return line.append('\n').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
