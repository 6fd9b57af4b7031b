package org.zhengtong.ground.regions;

import java.util.List;
import java.util.Optional;

/** The administrative divisions (GB/T 2260), from memory. */
public interface Regions {
    /** @param code 2, 4, 6 or 9 digits, or 6 or 12 digits filled up with zeros */
    Optional<Region> find(String code);

    /** @param code the division whose direct parts are wanted; empty for the provinces */
    List<Region> within(String code);

    /** The whole name, such as 北京市东城区东华门街道; 市辖区 and other names that nobody speaks are left out. */
    String fullName(String code);
}
