package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.BodyScore;
import org.zhengtong.services.catalogue.EntryAdvice;
import org.zhengtong.services.catalogue.EntryAdvice.Advice;
import org.zhengtong.services.catalogue.EntryCheck;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * What is behind the score of a body.
 *
 * @param rank among all {@code bodies}
 */
public record BodyQualityView(BodyScore score, int rank, int bodies, List<Entry> entries) {

    /** An entry with what the gate would hold back today, and what could be better. */
    public record Entry(ServiceItem item, List<Finding> findings, List<Advice> advice) {
        static Entry of(ServiceItem item) {
            return new Entry(item, EntryCheck.findings(item), EntryAdvice.of(item));
        }

        public boolean good() {
            return findings.isEmpty() && advice.isEmpty();
        }
    }

    public List<Entry> better() {
        return entries.stream().filter(entry -> !entry.good()).toList();
    }

    public List<Entry> good() {
        return entries.stream().filter(Entry::good).toList();
    }
}
