package org.zhengtong.services.catalogue;

import java.util.List;
import org.zhengtong.people.organisation.StaffMember;

/** Searches that found nothing, and the words editors give to items so that the next one finds something. */
public interface SearchTerms {
    /** Counts a search without a result. Never waits; when too much comes at once some is not counted. */
    void missed(String question);

    /** Those no editor has looked at, most frequent first. */
    List<SearchTerm> open(int limit, StaffMember by);

    /** Attached words, the newest first. */
    List<Synonym> synonyms(StaffMember by);

    /** From now on the word finds the base item, whichever body has it; on every node within two seconds. */
    void attach(String word, String baseCode, StaffMember by);

    /** The term stands for nothing the catalogue has. */
    void setAside(String term, StaffMember by);

    /** Takes a word away from a base item again. */
    void detach(String word, String baseCode, StaffMember by);
}
