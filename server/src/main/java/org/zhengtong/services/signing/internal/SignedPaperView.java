package org.zhengtong.services.signing.internal;

import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signing;

/** @param picture address of the picture of the signature */
public record SignedPaperView(Paper paper, Signing signing, String body, String clerk, String picture) {}
