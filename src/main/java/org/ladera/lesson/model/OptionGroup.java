package org.ladera.lesson.model;

/** Fields that a lesson writes beside one another and several kinds share. */
interface OptionGroup {}
