package org.zhengtong.services.cases;

import java.util.UUID;

/** A case, as the house knows it. People know its receipt number. */
public record CaseId(UUID value) {}
