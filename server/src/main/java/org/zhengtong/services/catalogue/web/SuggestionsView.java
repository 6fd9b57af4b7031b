package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.Found;

/** What somebody may be about to type. */
public record SuggestionsView(List<Found> found) {}
