package org.zhengtong.services.catalogue;

/**
 * An implementation code (实施编码): USCC of the implementing body (18), level (1), base code (12). Sample
 * {@code 11370800MB285591843370117002011}.
 */
public record ItemCode(String value) {
    public ItemCode {
        if (!value.matches("[0-9A-HJ-NPQRTUWXY]{18}[1-7][0-9]{12}")) {
            throw new IllegalArgumentException("not an implementation code: " + value);
        }
    }

    public String bodyUscc() {
        return value.substring(0, 18);
    }

    @Override
    public String toString() {
        return value;
    }
}
