package org.zhengtong.people.identity;

import java.io.Serializable;
import java.util.UUID;

/** A legal person of the house. */
public record FirmId(UUID value) implements Serializable {}
