package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Optional;

/**
 * The end of handing something in later at a window: sign, scan, hand in.
 *
 * @param sheet what is printed
 * @param signed name of the scan
 * @param current whether it is what stands here now
 */
public record SupplementView(
        String path, ApplicationView sheet, Optional<String> signed, boolean current, List<Wrong> wrong) {}
