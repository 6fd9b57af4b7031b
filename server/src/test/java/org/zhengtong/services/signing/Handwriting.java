package org.zhengtong.services.signing;

/** A name as a tablet sends it. */
public final class Handwriting {
    public static final String NAME =
            "[[[200,100,0],[320,90,40],[440,110,80],[380,200,120],[260,300,170]],[[500,90,400],[520,180,440],[500,310,500],[640,300,560]]]";

    private Handwriting() {}
}
