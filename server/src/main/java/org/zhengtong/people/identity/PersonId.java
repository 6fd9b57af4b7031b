package org.zhengtong.people.identity;

import java.io.Serializable;
import java.util.UUID;

/** A natural person of the house. */
public record PersonId(UUID value) implements Serializable {}
