import { type Block, type BlockPart, say3 } from './block.js';

const text = (maxLength: number) => ({ type: 'text', maxLength }) as const;

const parts: Record<string, BlockPart> = {
  kind: {
    label: say3('Loại xe', 'Kind of vehicle', 'Type de véhicule'),
    field: { type: 'select', list: 'vehicleKinds' },
  },
  plate: { label: say3('Biển số', 'Registration plate', 'Plaque d’immatriculation'), field: text(20) },
  brand: { label: say3('Nhãn hiệu', 'Make', 'Marque'), field: text(100) },
  model: { label: say3('Số loại', 'Model', 'Modèle'), field: text(100) },
  colour: {
    label: say3('Màu sơn', 'Colour', 'Couleur'),
    field: { type: 'select', list: 'vehicleColours' },
  },
  chassisNumber: { label: say3('Số khung', 'Chassis number', 'Numéro de châssis'), field: text(30) },
  engineNumber: { label: say3('Số máy', 'Engine number', 'Numéro de moteur'), field: text(30) },
  engineCapacity: {
    label: say3('Dung tích xi lanh', 'Engine capacity', 'Cylindrée'),
    field: { type: 'number', min: 1, max: 20_000, unit: say3('cm³', 'cm³', 'cm³') },
  },
  power: {
    label: say3('Công suất', 'Power', 'Puissance'),
    field: { type: 'number', min: 1, max: 2000, unit: say3('kW', 'kW', 'kW') },
  },
  year: {
    label: say3('Năm sản xuất', 'Year of manufacture', 'Année de fabrication'),
    field: { type: 'number', min: 1900, max: 2100 },
  },
  seats: {
    label: say3('Số chỗ ngồi', 'Number of seats', 'Nombre de places'),
    field: { type: 'number', min: 1, max: 100 },
  },
  origin: {
    label: say3('Nguồn gốc', 'Origin', 'Origine'),
    field: { type: 'radios', list: 'vehicleOrigins' },
  },
};

/** A vehicle as its registration papers describe it. */
export const vehicle: Block = { who: say3('xe', 'the vehicle', 'du véhicule'), parts };
