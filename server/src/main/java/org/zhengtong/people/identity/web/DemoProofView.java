package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.IdentityProof;

/** @param back where the two answers lead */
public record DemoProofView(IdentityProof.Kind kind, String state, String back) {}
