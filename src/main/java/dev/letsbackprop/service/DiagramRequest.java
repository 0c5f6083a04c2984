package dev.letsbackprop.service;

import dev.letsbackprop.diagram.Theme;
import dev.letsbackprop.model.Model;

/**
 * A request for a diagram that is in order.
 *
 * @param gradients whether gradients are to be drawn
 */
public record DiagramRequest(Model model, Theme theme, boolean gradients) {}
