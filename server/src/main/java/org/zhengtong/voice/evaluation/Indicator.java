package org.zhengtong.voice.evaluation;

/**
 * A reason of the national closed list; nobody adds or removes one locally.
 *
 * @param code three digits, the first of which is the level it belongs to
 */
public record Indicator(int code, String text) {
    public int stars() {
        return code / 100;
    }
}
