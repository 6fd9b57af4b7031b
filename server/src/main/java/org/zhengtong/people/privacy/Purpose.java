package org.zhengtong.people.privacy;

/**
 * A use of personal data that a person may switch off without losing any service (个人信息保护法 art. 15, 24, 44). Its
 * words are the messages {@code privacy.use.<name>} and {@code privacy.use.<name>.hint}.
 */
public enum Purpose {
    /** Forms are filled in with what is known of the person. */
    PREFILL,
    /** Licences the person holds are used instead of asking for papers. */
    REUSE_OF_LICENCES
}
