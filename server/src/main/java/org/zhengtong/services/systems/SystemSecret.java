package org.zhengtong.services.systems;

/** What a system signs its calls with. Shown once, when it is made. */
public record SystemSecret(String value) {
    /** Never the secret: whoever reads it in a log could act in the body's name. */
    @Override
    public String toString() {
        return "SystemSecret";
    }
}
