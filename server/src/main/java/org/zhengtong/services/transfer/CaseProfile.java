package org.zhengtong.services.transfer;

import java.util.List;

/**
 * A platform above that takes cases in tables of its own.
 *
 * @param masked whether names, numbers and telephones go out masked, and what was said not at all
 * @param tables names of its tables, in order
 */
public record CaseProfile(String id, String name, String note, boolean masked, List<String> tables) {}
