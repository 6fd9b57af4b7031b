package org.zhengtong.services.notices;

/** What a receiver knows our messages by. Shown once, when it is made. */
public record Secret(String value) {
    /** Never the secret: whoever reads it in a log could write messages in our name. */
    @Override
    public String toString() {
        return "Secret";
    }
}
