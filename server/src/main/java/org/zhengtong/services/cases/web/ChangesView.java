package org.zhengtong.services.cases.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.ServiceItem;

/** What was handed in before and after each correction, side by side; only what differs. */
public record ChangesView(UUID caseId, String receiptNumber, List<Change> changes) {

    /** What one step changed. */
    public record Change(StepKind by, Instant at, List<Line> lines, List<Paper> papers) {}

    /** An answer; empty on the side where there is none. */
    public record Line(String label, String before, String after) {}

    /** A material with its files. */
    public record Paper(String name, List<StoredFile> before, List<StoredFile> after) {}

    public String back() {
        return "/desk/cases/" + caseId;
    }

    /** @param read how an answer is shown */
    static List<Line> lines(
            ServiceItem item,
            Map<String, String> before,
            Map<String, String> after,
            Function<FilledForm.Line, String> read) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> old = shown(item, before, read, labels);
        Map<String, String> now = shown(item, after, read, labels);
        return labels.entrySet().stream()
                .filter(label -> !Objects.equals(before.get(label.getKey()), after.get(label.getKey())))
                .map(label -> new Line(
                        label.getValue(), old.getOrDefault(label.getKey(), ""), now.getOrDefault(label.getKey(), "")))
                .toList();
    }

    private static Map<String, String> shown(
            ServiceItem item,
            Map<String, String> answers,
            Function<FilledForm.Line, String> read,
            Map<String, String> labels) {
        Map<String, String> shown = new LinkedHashMap<>();
        FilledForm.of(item.form(), answers).entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> {
                    labels.putIfAbsent(line.asked().key(), line.asked().label());
                    shown.put(line.asked().key(), read.apply(line));
                });
        return shown;
    }

    static List<Paper> papers(
            ServiceItem item, List<HandedIn> before, List<HandedIn> after, Function<UUID, Stream<StoredFile>> find) {
        List<Paper> papers = new ArrayList<>();
        item.materials().forEach(material -> {
            List<HandedIn> old = of(material.id(), before);
            List<HandedIn> now = of(material.id(), after);
            if (!old.equals(now)) {
                papers.add(new Paper(material.name(), files(old, find), files(now, find)));
            }
        });
        return papers;
    }

    private static List<HandedIn> of(String material, List<HandedIn> all) {
        return all.stream().filter(one -> one.material().equals(material)).toList();
    }

    private static List<StoredFile> files(List<HandedIn> handed, Function<UUID, Stream<StoredFile>> find) {
        return handed.stream()
                .flatMap(one -> one instanceof HandedIn.Uploaded uploaded
                        ? find.apply(uploaded.file())
                        : Stream.<StoredFile>empty())
                .toList();
    }
}
