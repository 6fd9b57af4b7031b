package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.FormState;

/**
 * The page where a person becomes the agent of a firm.
 *
 * @param unreachable whether the register of firms did not answer
 */
public record NewFirmView(FirmRegistration typed, boolean demonstration, FormState form, boolean unreachable) {}
