package org.zhengtong.services.catalogue;

import java.util.Arrays;

/** Kinds of items, GB/T 39046-2020 annex A. */
public enum ItemType {
    LICENSING("01", "行政许可"),
    PENALTY("02", "行政处罚"),
    COERCION("03", "行政强制"),
    LEVY("04", "行政征收"),
    PAYMENT("05", "行政给付"),
    INSPECTION("06", "行政检查"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    ADJUDICATION("09", "行政裁决"),
    OTHER("10", "其他行政权力"),
    PUBLIC_SERVICE("20", "公共服务");

    private final String code;
    private final String chinese;

    ItemType(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    public String code() {
        return code;
    }

    /** The standard's own name. */
    public String chinese() {
        return chinese;
    }

    public static ItemType named(String chinese) {
        return Arrays.stream(values())
                .filter(type -> type.chinese.equals(chinese))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of item is called " + chinese));
    }
}
