/**
 * The bridge of a machine: a program of its own beside the browser, on the machine itself, that reads identity cards and
 * prints slips. It uses nothing but Java, so that the jar of the house is all a machine needs. The protocol is
 * docs/machine-bridge.md.
 */
@NullMarked
package org.zhengtong.services.machines.bridge;

import org.jspecify.annotations.NullMarked;
