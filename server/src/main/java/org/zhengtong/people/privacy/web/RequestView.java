package org.zhengtong.people.privacy.web;

import java.util.List;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.privacy.DataRequests;

/** The form in which something is asked to be corrected or deleted. */
public record RequestView(DataRequests.Wish typed, List<String> rooms, FormState form) {}
