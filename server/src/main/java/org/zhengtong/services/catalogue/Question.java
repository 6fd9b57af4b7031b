package org.zhengtong.services.catalogue;

/** A frequent question with its answer. */
public record Question(String question, String answer) {}
